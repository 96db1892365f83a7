terraform {
  required_providers {
    azuredevops = {
      source  = "microsoft/azuredevops"
      version = "~> 1.11"
    }
  }
}

data "azuredevops_project" "this" {
  name = "depot-planner"
}

data "azuredevops_git_repository" "this" {
  project_id = data.azuredevops_project.this.id
  name       = "depot-planner"
}

resource "azuredevops_branch_policy_min_reviewers" "main" {
  project_id = data.azuredevops_project.this.id
  enabled    = true
  blocking   = true
  settings {
    reviewer_count                         = 2
    submitter_can_vote                     = false
    last_pusher_cannot_approve             = true
    on_push_reset_approved_votes           = true
    scope {
      repository_id  = data.azuredevops_git_repository.this.id
      repository_ref = "refs/heads/main"
      match_type     = "Exact"
    }
  }
}

resource "azuredevops_branch_policy_build_validation" "check" {
  project_id = data.azuredevops_project.this.id
  enabled    = true
  blocking   = true
  settings {
    display_name        = "Tests and evaluation"
    build_definition_id = azuredevops_build_definition.delivery.id
    valid_duration      = 720
    scope {
      repository_id  = data.azuredevops_git_repository.this.id
      repository_ref = "refs/heads/main"
      match_type     = "Exact"
    }
  }
}

resource "azuredevops_build_definition" "delivery" {
  project_id = data.azuredevops_project.this.id
  name       = "delivery"
  repository {
    repo_type   = "TfsGit"
    repo_id     = data.azuredevops_git_repository.this.id
    branch_name = "main"
    yml_path    = "azure-pipelines.yml"
  }
}
