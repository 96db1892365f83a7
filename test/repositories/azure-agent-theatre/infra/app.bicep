// resource agent 'Microsoft.App/containerApps@2024-03-01' = {
//   name: 'depot-planner'
//   properties: {
//     configuration: { activeRevisionsMode: 'Multiple' }
//   }
// }
