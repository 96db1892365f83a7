/** Node types: https://github.com/tree-sitter/tree-sitter-typescript/blob/master/tsx/src/node-types.json */
export const typescriptQuery = `
(import_statement source: (string) @import.module) @import
(import_statement (import_clause (identifier) @import.default) source: (string) @import.module) @import
(import_statement (import_clause (namespace_import (identifier) @import.namespace)) source: (string) @import.module) @import
(import_statement (import_clause (named_imports (import_specifier name: (_) @import.name !alias))) source: (string) @import.module) @import
(import_statement (import_clause (named_imports (import_specifier name: (_) @import.name alias: (_) @import.alias))) source: (string) @import.module) @import
(export_statement source: (string) @import.module) @import
(export_statement (export_clause (export_specifier name: (_) @import.name)) source: (string) @import.module) @import
(call_expression function: [(identifier) (import)] @import.verb arguments: (arguments . (string) @import.module)) @import

(call_expression function: (_) @call.callee) @call
(call_expression arguments: (arguments (_) @call.argument)) @call
(call_expression arguments: (template_string) @call.argument) @call
(new_expression constructor: (_) @call.callee) @call
(new_expression arguments: (arguments (_) @call.argument)) @call
(decorator (_) @decorator.value) @decorator

[(string) (template_string)] @text
(number) @number
(object (pair key: (_) @object.key value: (_) @object.value)) @object
(object (shorthand_property_identifier) @object.key @object.value) @object
(array (_) @list.item) @list
(binary_expression left: (_) @fallback.left operator: ["??" "||"] right: (_) @fallback.right) @fallback

(variable_declarator name: (_) @bind.target value: (_) @bind.value) @bind
(variable_declarator name: (_) @bind.target value: [(as_expression . (_) @bind.value) (satisfies_expression . (_) @bind.value)]) @bind
(variable_declarator name: (identifier) @typed.target type: (_) @typed.type) @typed
(assignment_expression left: (_) @bind.target right: (_) @bind.value) @bind
(augmented_assignment_expression left: (_) @bind.target operator: ["??=" "||="] right: (_) @bind.value) @bind
(public_field_definition name: (_) @bind.target value: (_) @bind.value) @bind
(public_field_definition name: (_) @typed.target type: (_) @typed.type) @typed
(enum_assignment name: (_) @bind.target value: (_) @bind.value) @bind
(required_parameter pattern: (identifier) @bind.target value: (_) @bind.value) @bind
(required_parameter pattern: (identifier) @typed.target type: (_) @typed.type) @typed
(optional_parameter pattern: (identifier) @typed.target type: (_) @typed.type) @typed
(required_parameter (accessibility_modifier) pattern: (identifier) @member.target type: (_) @member.type) @member
(object_assignment_pattern left: (_) @bind.target right: (_) @bind.value) @bind
(required_parameter pattern: (identifier) @hidden)
(optional_parameter pattern: (identifier) @hidden)
(arrow_function parameter: (identifier) @hidden)

(function_declaration name: (_) @function.name) @function
(generator_function_declaration name: (_) @function.name) @function
(method_definition name: (_) @function.name) @function
[(arrow_function) (function_expression)] @function
(variable_declarator name: (identifier) @function.name value: [(arrow_function) (function_expression)] @function)
(public_field_definition name: (_) @function.name value: [(arrow_function) (function_expression)] @function)
(pair key: (property_identifier) @function.name value: [(arrow_function) (function_expression)] @function)
(assignment_expression left: (member_expression property: (_) @function.name) right: [(arrow_function) (function_expression)] @function)

(class_declaration name: (_) @class.name) @class
(abstract_class_declaration name: (_) @class.name) @class
(class_declaration name: (_) @class.name (class_heritage (extends_clause value: (_) @class.base))) @class
(class_declaration name: (_) @class.name (class_heritage (implements_clause (_) @class.base))) @class
(abstract_class_declaration name: (_) @class.name (class_heritage (extends_clause value: (_) @class.base))) @class
(class_declaration name: (_) @class.name body: (class_body (public_field_definition name: (_) @class.field))) @class
(abstract_class_declaration name: (_) @class.name body: (class_body (public_field_definition name: (_) @class.field))) @class
(class_declaration decorator: (decorator (_) @class.decorator) name: (_) @class.name) @class
(export_statement decorator: (decorator (_) @class.decorator) declaration: (class_declaration name: (_) @class.name) @class)
(if_statement condition: (parenthesized_expression (false) @dead.mark) consequence: (statement_block) @dead)
`;
