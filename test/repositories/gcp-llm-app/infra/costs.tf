variable "billing_account" {
  type    = string
  default = "0A1B2C-3D4E5F-678901"
}

resource "google_pubsub_topic" "budget" {
  name = "budget"
}

resource "google_billing_budget" "triage" {
  billing_account = var.billing_account
  display_name    = "triage ${var.environment}"
  budget_filter {
    labels = { use-case = "triage" }
  }
  amount {
    specified_amount {
      currency_code = "EUR"
      units         = "1800"
    }
  }
  threshold_rules {
    threshold_percent = 0.9
  }
  all_updates_rule {
    pubsub_topic = google_pubsub_topic.budget.id
  }
}
