param location string
param tags object
param environmentName string
param workspaceId string

resource archive 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'depotaudit${environmentName}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: archive
  name: 'default'
}

resource records 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'am-appevents'
}

resource lock 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = {
  parent: records
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: 2555
    allowProtectedAppendWrites: true
  }
}

resource export 'Microsoft.OperationalInsights/workspaces/dataExports@2020-08-01' = {
  name: '${last(split(workspaceId, '/'))}/audit'
  properties: {
    destination: { resourceId: archive.id }
    enable: true
    tableNames: ['AppTraces', 'AzureDiagnostics', 'AzureActivity']
  }
}
