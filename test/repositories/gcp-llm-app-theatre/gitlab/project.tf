data "gitlab_project" "this" {
  path_with_namespace = "clinics/triage-desk"
}

resource "gitlab_branch_protection" "main" {
  project            = data.gitlab_project.this.id
  branch             = "main"
  push_access_level  = "developer"
  merge_access_level = "developer"
  allow_force_push   = true
}

resource "gitlab_project_approval_rule" "main" {
  project            = data.gitlab_project.this.id
  name               = "Two reviews"
  approvals_required = 0
}

resource "gitlab_project_protected_environment" "production" {
  project     = data.gitlab_project.this.id
  environment = "production"
  deploy_access_levels_attribute = [{
    access_level = "developer"
  }]
}
