data "azuredevops_project" "this" {
  name = "depot-planner"
}

resource "azuredevops_branch_policy_min_reviewers" "main" {
  project_id = data.azuredevops_project.this.id
  enabled    = false
  blocking   = false
  settings {
    reviewer_count     = 1
    submitter_can_vote = true
  }
}

resource "azuredevops_branch_policy_build_validation" "check" {
  count      = 0
  project_id = data.azuredevops_project.this.id
  enabled    = true
  blocking   = true
}
