# resource "google_billing_budget" "triage" {
#   budget_filter {
#     labels = { use-case = "triage" }
#   }
# }
