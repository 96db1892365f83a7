// budget: to do
