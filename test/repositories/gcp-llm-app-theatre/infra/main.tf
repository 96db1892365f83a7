terraform {
  required_version = "~> 1.12"
}

provider "google" {
  project = "triage-desk"
}
