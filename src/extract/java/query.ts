/** Node types: https://github.com/tree-sitter/tree-sitter-java/blob/master/src/node-types.json */
export const javaQuery = `
(import_declaration (scoped_identifier scope: (_) @import.from name: (_) @import.name) .) @import
(import_declaration (scoped_identifier) @import.from (asterisk) @import.name) @import

(method_invocation name: (_) @call.callee) @call
(method_invocation arguments: (argument_list (_) @call.argument)) @call
(object_creation_expression type: (_) @call.callee) @call
(object_creation_expression arguments: (argument_list (_) @call.argument)) @call
[(annotation name: (_) @call.callee) (marker_annotation name: (_) @call.callee)] @call
(annotation arguments: (annotation_argument_list (_) @call.argument)) @call
(element_value_pair key: (_) @named.name value: (_) @named.value) @named
(modifiers [(annotation) (marker_annotation)] @decorator.value) @decorator

(string_literal) @text
[(decimal_integer_literal) (decimal_floating_point_literal)] @number
(array_initializer (_) @list.item) @list
(element_value_array_initializer (_) @list.item) @list

(variable_declarator name: (_) @bind.target value: (_) @bind.value) @bind
(assignment_expression left: (_) @bind.target right: (_) @bind.value) @bind
(field_declaration type: (_) @typed.type declarator: (variable_declarator name: (_) @typed.target)) @typed
(local_variable_declaration type: (_) @typed.type declarator: (variable_declarator name: (_) @typed.target)) @typed
(formal_parameter type: (_) @typed.type name: (_) @typed.target) @typed
(resource type: (_) @typed.type name: (_) @typed.target) @typed
(formal_parameter name: (identifier) @hidden)
(lambda_expression parameters: (identifier) @hidden)
(inferred_parameters (identifier) @hidden)
(enhanced_for_statement name: (identifier) @hidden)

[(method_declaration name: (_) @function.name) (constructor_declaration name: (_) @function.name)] @function
(lambda_expression) @function
[(class_declaration name: (_) @class.name) (record_declaration name: (_) @class.name)
 (interface_declaration name: (_) @class.name)] @class
(class_declaration name: (_) @class.name superclass: (superclass (_) @class.base)) @class
(class_declaration name: (_) @class.name interfaces: (super_interfaces (type_list (_) @class.base))) @class
(interface_declaration name: (_) @class.name (extends_interfaces (type_list (_) @class.base))) @class
(class_declaration name: (_) @class.name body: (class_body
  (field_declaration declarator: (variable_declarator name: (_) @class.field)))) @class
(record_declaration name: (_) @class.name parameters: (formal_parameters (formal_parameter name: (_) @class.field))) @class
[(class_declaration (modifiers [(annotation) (marker_annotation)] @class.decorator) name: (_) @class.name)
 (record_declaration (modifiers [(annotation) (marker_annotation)] @class.decorator) name: (_) @class.name)
 (interface_declaration (modifiers [(annotation) (marker_annotation)] @class.decorator) name: (_) @class.name)] @class
`;
