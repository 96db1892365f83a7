param location string = resourceGroup().location

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = if (false) {
  name: 'depot-planner'
  location: location
  properties: { retentionInDays: 730 }
}

/*
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'depot-planner'
}
*/
