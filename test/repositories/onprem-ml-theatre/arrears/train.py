# import lightgbm as lgb
print("trained")
