param location string = resourceGroup().location

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: 'shared'
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: account
  properties: {
    workspaceId: ''
    logs: [
      { category: 'Audit', enabled: false }
      { category: 'RequestResponse', enabled: false }
    ]
  }
}
