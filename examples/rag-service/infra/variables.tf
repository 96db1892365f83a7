variable "environment" {
  type = string
}

variable "image_tag" {
  type        = string
  description = "The commit that the image was built from"
}

variable "desired_count" {
  type = number
}
