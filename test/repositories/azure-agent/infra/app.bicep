param location string
param tags object
param replicas int
param image string
param modelVersion string
param modelEndpoint string
param workspaceName string
param insightsConnection string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource host 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'depot-planner'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource agent 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'depot-planner'
  location: location
  tags: union(tags, { 'azd-service-name': 'agent' })
  identity: { type: 'SystemAssigned' }
  properties: {
    managedEnvironmentId: host.id
    configuration: {
      activeRevisionsMode: 'Multiple'
      ingress: { external: false, targetPort: 8000 }
    }
    template: {
      containers: [
        {
          name: 'agent'
          image: image
          env: [
            { name: 'MODEL', value: 'gpt-4.1-${modelVersion}' }
            { name: 'MODEL_DEPLOYMENT', value: 'planner' }
            { name: 'MODEL_ENDPOINT', value: modelEndpoint }
            { name: 'TABLES_ENDPOINT', value: 'https://depotplanner.table.${environment().suffixes.storage}' }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
          ]
          probes: [{ type: 'Readiness', httpGet: { path: '/health', port: 8000 } }]
        }
      ]
      scale: { minReplicas: replicas, maxReplicas: 10 }
    }
  }
}

resource sample 'Microsoft.App/jobs@2024-03-01' = {
  name: 'judge-sample'
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    environmentId: host.id
    configuration: {
      triggerType: 'Schedule'
      replicaTimeout: 3600
      scheduleTriggerConfig: { cronExpression: '0 */6 * * *' }
    }
    template: {
      containers: [
        {
          name: 'judge-sample'
          image: image
          command: ['python', '-m', 'jobs.judge_sample']
          env: [
            { name: 'MODEL_ENDPOINT', value: modelEndpoint }
            { name: 'JUDGE_DEPLOYMENT', value: 'judge' }
            { name: 'WORKSPACE_ID', value: workspace.properties.customerId }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
          ]
        }
      ]
    }
  }
}
