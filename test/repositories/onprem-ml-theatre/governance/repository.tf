# data "gitlab_project" "this" {
#   path_with_namespace = "risk/arrears-model"
# }

resource "gitlab_project_approval_rule" "four_eyes" {
  project            = 4711
  name               = "Four eyes"
  approvals_required = 0
}
