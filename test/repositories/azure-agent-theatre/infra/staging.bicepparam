// using 'main.bicep'
