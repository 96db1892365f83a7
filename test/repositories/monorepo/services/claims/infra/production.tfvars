environment   = "production"
desired_count = 3
