resource "github_branch_protection" "main" {
  repository_id  = "pension-answers"
  pattern        = "main"
  enforce_admins = false
  required_pull_request_reviews {
    required_approving_review_count = 0
  }
  required_status_checks {
    contexts = []
  }
}

resource "github_repository_environment" "production" {
  repository  = "pension-answers"
  environment = "production"
  # reviewers {
  #   teams = [data.github_team.release.id]
  # }
}
