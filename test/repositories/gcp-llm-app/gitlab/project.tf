terraform {
  required_providers {
    gitlab = {
      source  = "gitlabhq/gitlab"
      version = "~> 18.3"
    }
  }
}

data "gitlab_project" "this" {
  path_with_namespace = "clinics/triage-desk"
}

data "gitlab_group" "release" {
  full_path = "clinics/release-approvers"
}

resource "gitlab_branch_protection" "main" {
  project                      = data.gitlab_project.this.id
  branch                       = "main"
  push_access_level            = "no one"
  merge_access_level           = "maintainer"
  code_owner_approval_required = true
}

resource "gitlab_project_approval_rule" "main" {
  project            = data.gitlab_project.this.id
  name               = "Two reviews"
  approvals_required = 2
  group_ids          = [data.gitlab_group.release.id]
}

resource "gitlab_project_level_mr_approvals" "this" {
  project                                        = data.gitlab_project.this.id
  merge_requests_author_approval                 = false
  merge_requests_disable_committers_approval     = true
  reset_approvals_on_push                        = true
  disable_overriding_approvers_per_merge_request = true
}

resource "gitlab_project_protected_environment" "production" {
  project     = data.gitlab_project.this.id
  environment = "production"
  deploy_access_levels_attribute = [{
    group_id = data.gitlab_group.release.id
  }]
  approval_rules = [{
    group_id           = data.gitlab_group.release.id
    required_approvals = 1
  }]
}
