environment   = "staging"
desired_count = 1
