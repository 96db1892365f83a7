locals {
  service = "answers"
}

resource "aws_codebuild_project" "evaluate" {
  name         = "${local.service}-evaluate"
  service_role = aws_iam_role.build.arn
  artifacts { type = "CODEPIPELINE" }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }
  source {
    type      = "CODEPIPELINE"
    buildspec = "ci/buildspec-evaluate.yml"
  }
}

resource "aws_codepipeline" "main" {
  name     = local.service
  role_arn = aws_iam_role.pipeline.arn
  artifact_store {
    location = aws_s3_bucket.artifacts.bucket
    type     = "S3"
  }
  stage {
    name = "Source"
    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
      configuration    = { FullRepositoryId = "acme/answers", BranchName = "main" }
    }
  }
  stage {
    name = "Evaluate"
    action {
      name            = "Evaluate"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
      configuration   = { ProjectName = aws_codebuild_project.evaluate.name }
    }
  }
  stage {
    name = "Approve"
    action {
      name     = "Approve"
      category = "Approval"
      owner    = "AWS"
      provider = "Manual"
      version  = "1"
    }
  }
  stage {
    name = "Production"
    action {
      name          = "Deploy"
      category      = "Deploy"
      owner         = "AWS"
      provider      = "CodeDeployToECS"
      version       = "1"
      configuration = { ApplicationName = local.service, DeploymentGroupName = "production" }
    }
  }
}
