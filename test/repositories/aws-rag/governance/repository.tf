terraform {
  required_providers {
    github = {
      source  = "integrations/github"
      version = "~> 6.6"
    }
  }
}

provider "github" {
  owner = "pension-answers"
}

data "github_team" "release" {
  slug = "release-approvers"
}

resource "github_branch_protection" "main" {
  repository_id  = "pension-answers"
  pattern        = "main"
  enforce_admins = true
  required_pull_request_reviews {
    required_approving_review_count = 2
    require_code_owner_reviews      = true
    dismiss_stale_reviews           = true
  }
  required_status_checks {
    strict   = true
    contexts = ["test", "evaluate", "plan"]
  }
}

resource "github_repository_environment" "production" {
  repository          = "pension-answers"
  environment         = "production"
  prevent_self_review = true
  reviewers {
    teams = [data.github_team.release.id]
  }
  deployment_branch_policy {
    protected_branches     = true
    custom_branch_policies = false
  }
}
