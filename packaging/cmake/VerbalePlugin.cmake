# verbale_add_plugin(TARGET SOURCES ... [LINK ...] [DESCRIPTOR plugin.json]): a plugin for Verbale, in this house or in
# any other that has found the package VerbaleSdk.
#
# The descriptor says the plugin's id and its library's name. The library is built into
# ${VERBALE_PLUGIN_OUTPUT_DIRECTORY}/ID/ with plugin.json copied beside it, so that the folder can be given to
# `verbale --plugin-path` as it is; `cmake --install` puts the same folder into ${VERBALE_PLUGIN_INSTALL_DIRECTORY}.
# Both have defaults: build/plugins and lib/verbale/plugins.

function(verbale_add_plugin target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "DESCRIPTOR" "SOURCES;LINK")
    if(NOT arg_DESCRIPTOR)
        set(arg_DESCRIPTOR plugin.json)
    endif()
    cmake_path(ABSOLUTE_PATH arg_DESCRIPTOR BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    if(NOT VERBALE_PLUGIN_OUTPUT_DIRECTORY)
        set(VERBALE_PLUGIN_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/plugins")
    endif()
    if(NOT VERBALE_PLUGIN_INSTALL_DIRECTORY)
        include(GNUInstallDirs)
        set(VERBALE_PLUGIN_INSTALL_DIRECTORY "${CMAKE_INSTALL_LIBDIR}/verbale/plugins")
    endif()

    file(READ "${arg_DESCRIPTOR}" json)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${arg_DESCRIPTOR}")
    foreach(key IN ITEMS id library)
        string(JSON ${key} ERROR_VARIABLE problem GET "${json}" ${key})
        if(problem)
            message(FATAL_ERROR "${arg_DESCRIPTOR}: ${problem}")
        endif()
    endforeach()

    set(folder "${VERBALE_PLUGIN_OUTPUT_DIRECTORY}/${id}")
    add_library(${target} MODULE ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE Verbale::Sdk ${arg_LINK})
    set_target_properties(${target} PROPERTIES
        PREFIX "" OUTPUT_NAME "${library}" LIBRARY_OUTPUT_DIRECTORY "${folder}"
        CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    configure_file("${arg_DESCRIPTOR}" "${folder}/plugin.json" COPYONLY)

    install(TARGETS ${target} LIBRARY DESTINATION "${VERBALE_PLUGIN_INSTALL_DIRECTORY}/${id}" COMPONENT plugins)
    install(FILES "${arg_DESCRIPTOR}" DESTINATION "${VERBALE_PLUGIN_INSTALL_DIRECTORY}/${id}"
        RENAME plugin.json COMPONENT plugins)
endfunction()
