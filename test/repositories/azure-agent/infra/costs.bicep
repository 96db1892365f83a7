param actionGroupId string
param start string = '2026-01-01'

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'depot-planner'
  properties: {
    category: 'Cost'
    amount: 2400
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    filter: { tags: { name: 'use-case', operator: 'In', values: ['depot-planner'] } }
    notifications: {
      eighty: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        contactEmails: ['depot-planner@trams.example']
        contactGroups: [actionGroupId]
      }
    }
  }
}
