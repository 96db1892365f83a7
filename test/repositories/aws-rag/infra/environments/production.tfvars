environment    = "production"
desired_count  = 4
model_id       = "anthropic.claude-sonnet-4-20250514-v1:0"
daily_cost_usd = 450
