param location string = resourceGroup().location
param insightsId string = ''

resource onCall 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'depot-planner-on-call'
  location: 'global'
  properties: { groupShortName: 'depot', enabled: true }
}

resource latencyP95 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'depot-planner-latency-p95'
  location: location
  properties: {
    severity: 2
    enabled: false
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppRequests | summarize p95 = percentile(DurationMs, 95), p99 = percentile(DurationMs, 99)'
          metricMeasureColumn: 'p95'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 20000
        }
      ]
    }
    actions: { actionGroups: [onCall.id] }
  }
}

resource quality 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'depot-planner-quality'
  location: location
  properties: {
    severity: 1
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT12H'
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "depot_planner.quality" | summarize groundedness = avg(Sum)'
          metricMeasureColumn: 'groundedness'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 4
        }
      ]
    }
    actions: { actionGroups: [] }
  }
}

resource costShift 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'depot-planner-tokens-per-request-drift'
  location: location
  properties: {
    severity: 2
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT1H'
    windowSize: 'P1D'
    criteria: {
      allOf: [
        {
          query: ''
          metricMeasureColumn: 'drift'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: 2
        }
      ]
    }
  }
}
