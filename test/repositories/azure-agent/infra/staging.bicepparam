using 'main.bicep'

param environmentName = 'staging'
param replicas = 1
param modelVersion = '2025-04-14'
param capacity = 30
param image = ''
