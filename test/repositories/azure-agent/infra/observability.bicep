param location string
param tags object
param environmentName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'depot-planner-${environmentName}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 730
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'depot-planner-${environmentName}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
  }
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid('depot-planner', environmentName)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Depot planner'
    category: 'workbook'
    sourceId: insights.id
    serializedData: loadTextContent('workbook.json')
  }
}

output workspaceId string = workspace.id
output workspaceName string = workspace.name
output insightsId string = insights.id
output insightsConnection string = insights.properties.ConnectionString
