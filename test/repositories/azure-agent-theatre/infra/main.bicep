// Modules: observability, model, app, alerts, audit, costs
targetScope = 'resourceGroup'
