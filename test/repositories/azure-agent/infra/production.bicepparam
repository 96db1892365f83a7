using 'main.bicep'

param environmentName = 'production'
param replicas = 3
param modelVersion = '2025-04-14'
param capacity = 120
param image = ''
