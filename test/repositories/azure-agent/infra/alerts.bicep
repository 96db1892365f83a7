param location string
param tags object
param insightsId string

resource onCall 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'depot-planner-on-call'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'depot'
    enabled: true
    webhookReceivers: [
      { name: 'rota', serviceUri: 'https://events.oncall.example/azure/depot-planner', useCommonAlertSchema: true }
    ]
    emailReceivers: [{ name: 'workshop', emailAddress: 'depot-planner@trams.example' }]
  }
}

resource latencyP95 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'depot-planner-latency-p95'
  location: location
  tags: tags
  properties: {
    description: 'One of twenty proposals takes longer than twenty seconds'
    severity: 2
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where Name == "POST /proposals" | summarize p95 = percentile(DurationMs, 95) by bin(TimeGenerated, 5m)'
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

resource latencyP99 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'depot-planner-latency-p99'
  location: location
  tags: tags
  properties: {
    description: 'One of a hundred proposals takes longer than forty seconds'
    severity: 3
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where Name == "POST /proposals" | summarize p99 = percentile(DurationMs, 99) by bin(TimeGenerated, 5m)'
          metricMeasureColumn: 'p99'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 40000
        }
      ]
    }
    actions: { actionGroups: [onCall.id] }
  }
}

resource quality 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'depot-planner-quality'
  location: location
  tags: tags
  properties: {
    description: 'Sampled proposals are less grounded than they have to be'
    severity: 1
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT12H'
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "depot_planner.quality" and tostring(Properties.measure) == "groundedness" | summarize groundedness = sum(Sum) / sum(ItemCount) by bin(TimeGenerated, 6h)'
          metricMeasureColumn: 'groundedness'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 4
        }
      ]
    }
    actions: { actionGroups: [onCall.id] }
  }
}

resource costShift 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'depot-planner-tokens-per-request'
  location: location
  tags: tags
  properties: {
    description: 'A proposal takes half as many tokens again as in the two weeks before'
    severity: 2
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT1H'
    windowSize: 'P1D'
    overrideQueryTimeRange: 'P2D'
    criteria: {
      allOf: [
        {
          query: 'let before = toscalar(AppTraces | where Message == "proposal" and TimeGenerated between (ago(14d) .. ago(1d)) | summarize avg(toint(Properties.input_tokens) + toint(Properties.output_tokens))); AppTraces | where Message == "proposal" and TimeGenerated > ago(1d) | summarize drift = avg(toint(Properties.input_tokens) + toint(Properties.output_tokens)) / before'
          metricMeasureColumn: 'drift'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: json('1.5')
        }
      ]
    }
    actions: { actionGroups: [onCall.id] }
  }
}

output actionGroupId string = onCall.id
