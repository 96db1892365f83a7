resource archive 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: 'depotaudit'
}

resource lock 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = {
  name: '${archive.name}/default/logs/default'
  properties: { immutabilityPeriodSinceCreationInDays: 0 }
}
