resource "langsmith_run_rule" "sampled" {
  display_name  = "claims, one in twenty"
  session_id    = "7a0e6a4c-5f0e-4f3f-9f57-0c1d2b1c9a11"
  sampling_rate = 0.05
  evaluator_id  = "9b1d2c3e-5f0e-4f3f-9f57-0c1d2b1c9a12"
}

resource "langsmith_alert_rule" "grounded" {
  session_id     = "7a0e6a4c-5f0e-4f3f-9f57-0c1d2b1c9a11"
  name           = "proposals that cite their clause"
  type           = "threshold"
  attribute      = "feedback_score"
  aggregation    = "avg"
  operator       = "lt"
  threshold      = 0.9
  window_minutes = 60
  actions = [
    { target = "webhook", config_json = "{\"url\": \"https://hooks.example.org/claims-quality\"}" },
  ]
}
