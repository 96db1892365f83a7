terraform {
  required_providers {
    gitlab = {
      source  = "gitlabhq/gitlab"
      version = "~> 18.3"
    }
  }
}

provider "gitlab" {
  base_url = "https://git.bank.internal/api/v4/"
}

data "gitlab_project" "this" {
  path_with_namespace = "risk/arrears-model"
}

resource "gitlab_branch_protection" "main" {
  project                      = data.gitlab_project.this.id
  branch                       = "main"
  push_access_level            = "no one"
  merge_access_level           = "maintainer"
  code_owner_approval_required = true
}

resource "gitlab_project_approval_rule" "four_eyes" {
  project            = data.gitlab_project.this.id
  name               = "Four eyes"
  approvals_required = 1
}
