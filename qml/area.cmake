# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# tchap_qml_area(NAME [KNOWS MODULE...] [SINGLETONS FILE...]): target qml<NAME>, URI Tchap.<NAME>.
function(tchap_qml_area area)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "KNOWS;SINGLETONS")
    file(GLOB files RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS *.qml)
    set_source_files_properties(${arg_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
    qt_add_library(qml${area} STATIC)
    qt_add_qml_module(qml${area}
        URI Tchap.${area}
        OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/Tchap/${area}
        IMPORT_PATH ${CMAKE_BINARY_DIR}
        QML_FILES ${files})
    target_link_libraries(qml${area} PRIVATE Qt6::Quick)
    # Those before it first: their types are needed to compile and to check this one.
    foreach(other IN LISTS arg_KNOWS)
        add_dependencies(qml${area} ${other})
    endforeach()
endfunction()
