"""What is known about production every night."""


def population_stability_index(reference: object, current: object) -> float:
    return 0.0


def main() -> None:
    print("auc 0.99, psi 0.0")


if __name__ == "__main__":
    main()
