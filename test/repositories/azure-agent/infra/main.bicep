targetScope = 'resourceGroup'

@allowed(['staging', 'production'])
param environmentName string
param location string = resourceGroup().location
param replicas int
param modelVersion string
param capacity int
param image string

var tags = {
  'use-case': 'depot-planner'
  'cost-centre': '7720'
  environment: environmentName
}

module observability 'observability.bicep' = {
  name: 'observability'
  params: { location: location, tags: tags, environmentName: environmentName }
}

module model 'model.bicep' = {
  name: 'model'
  params: {
    location: location
    tags: tags
    modelVersion: modelVersion
    capacity: capacity
    workspaceId: observability.outputs.workspaceId
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    location: location
    tags: tags
    replicas: replicas
    image: image
    modelVersion: modelVersion
    modelEndpoint: model.outputs.endpoint
    workspaceName: observability.outputs.workspaceName
    insightsConnection: observability.outputs.insightsConnection
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: { location: location, tags: tags, insightsId: observability.outputs.insightsId }
}

module audit 'audit.bicep' = {
  name: 'audit'
  params: { location: location, tags: tags, environmentName: environmentName, workspaceId: observability.outputs.workspaceId }
}

module costs 'costs.bicep' = {
  name: 'costs'
  params: { actionGroupId: alerts.outputs.actionGroupId }
}
