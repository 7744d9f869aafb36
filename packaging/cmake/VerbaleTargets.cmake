# How every target of the house is made, in one place: language level, warnings, sanitizers, header checks.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON) # static libraries are linked into plugins too
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(VERBALE_PLUGIN_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib/verbale/plugins")
set(VERBALE_PLUGIN_INSTALL_DIRECTORY "${CMAKE_INSTALL_LIBDIR}/verbale/plugins")

add_library(verbale_flags INTERFACE)
target_compile_options(verbale_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wold-style-cast
    # In a batch the names of one source's own hide nothing of another's, and are no header's.
    "$<IF:$<BOOL:${VERBALE_BATCH_SOURCES}>,-Wshadow=local;-Wno-subobject-linkage,-Wshadow>"
    $<$<BOOL:${VERBALE_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(verbale_flags INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(VERBALE_SANITIZE)
    target_compile_options(verbale_flags INTERFACE -fsanitize=${VERBALE_SANITIZE} -fno-omit-frame-pointer -g)
    target_link_options(verbale_flags INTERFACE -fsanitize=${VERBALE_SANITIZE})
endif()
if(VERBALE_BUILD_FUZZ)
    target_compile_options(verbale_flags INTERFACE -fsanitize=fuzzer-no-link) # lets the fuzzer see which code ran
endif()

# verbale_precompile(TARGET KIND): lets a target begin with headers of Qt and the standard library that are parsed
# already: KIND core, widgets, tests or window_tests. The sources stay complete without them; the preset dev builds that way.
function(verbale_precompile target kind)
    if(NOT VERBALE_PRECOMPILE_HEADERS)
        return()
    endif()
    set(headers <QtCore/QByteArray> <QtCore/QDateTime> <QtCore/QFuture> <QtCore/QHash> <QtCore/QList> <QtCore/QMap>
        <QtCore/QMetaObject> <QtCore/QSet> <QtCore/QString> <QtCore/QStringList> <QtCore/QUrl> <QtCore/QVariant>
        <algorithm> <array> <functional> <memory> <optional>
        <utility> <vector>)
    set(libraries Qt6::Core)
    if(kind MATCHES "widgets|window_tests")
        list(APPEND headers <QtGui/QPainter> <QtWidgets/QBoxLayout> <QtWidgets/QLabel> <QtWidgets/QMainWindow>)
        list(APPEND libraries Qt6::Widgets)
    endif()
    if(kind MATCHES "tests")
        list(APPEND headers <QtTest/QTest> <map> <set> <string> <variant>)
        list(APPEND libraries verbale_qttest)
    endif()
    if(NOT TARGET verbale_precompiled_${kind})
        set(source "${PROJECT_BINARY_DIR}/precompiled_${kind}.cpp")
        file(CONFIGURE OUTPUT "${source}" CONTENT "// Holds the headers that are parsed once.\n" @ONLY)
        add_library(verbale_precompiled_${kind} OBJECT "${source}")
        target_link_libraries(verbale_precompiled_${kind} PRIVATE ${libraries} verbale_flags)
        set_target_properties(verbale_precompiled_${kind} PROPERTIES AUTOMOC OFF)
        if(kind MATCHES "tests")
            target_compile_options(verbale_precompiled_${kind} PRIVATE ${VERBALE_TEST_OPTIONS})
        endif()
        target_precompile_headers(verbale_precompiled_${kind} PRIVATE ${headers})
    endif()
    target_precompile_headers(${target} REUSE_FROM verbale_precompiled_${kind})
endfunction()

# verbale_batch(TARGET): has several sources of a target compiled as one, where none declares what another does: most
# of the time goes into the library headers that each of them includes. clang-tidy reads the sources as they are.
function(verbale_batch target)
    get_target_property(sources ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    list(TRANSFORM sources PREPEND "${folder}/" REGEX "^[^/]")
    list(FILTER sources EXCLUDE REGEX "^${PROJECT_BINARY_DIR}/") # what is made by the build is no file yet
    if(NOT sources)
        return()
    endif()
    execute_process(COMMAND awk -v largest=8 -f "${PROJECT_SOURCE_DIR}/packaging/batches.awk" ${sources}
        OUTPUT_VARIABLE plan COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCHALL "[^\n]+" lines "${plan}")
    foreach(line IN LISTS lines)
        string(REGEX MATCH "^([0-9]+) (.*)$" line "${line}")
        set_source_files_properties("${CMAKE_MATCH_2}" TARGET_DIRECTORY ${target}
            PROPERTIES UNITY_GROUP "batch${CMAKE_MATCH_1}")
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# verbale_add_library(NAME SOURCES ... HEADERS ... [PUBLIC lib...] [PRIVATE lib...])
# A static library verbale_NAME with the alias Verbale::Name. Headers form a file set that is verified to compile
# alone; includes are written from app/ ("text/term_key.h") or from the top ("glossary/engine/termbase.h").
function(verbale_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "ALIAS" "SOURCES;HEADERS;PUBLIC;PRIVATE")
    set(target "verbale_${name}")
    add_library(${target} STATIC ${arg_SOURCES})
    if(VERBALE_BATCH_SOURCES)
        cmake_language(EVAL CODE "cmake_language(DEFER CALL verbale_batch ${target})") # folders below may add sources
    endif()
    if(NOT arg_ALIAS)
        string(SUBSTRING ${name} 0 1 first)
        string(SUBSTRING ${name} 1 -1 rest)
        string(TOUPPER ${first} first)
        set(arg_ALIAS "${first}${rest}")
    endif()
    add_library(Verbale::${arg_ALIAS} ALIAS ${target})
    set(base "${PROJECT_SOURCE_DIR}/app")
    cmake_path(IS_PREFIX base "${CMAKE_CURRENT_SOURCE_DIR}" in_app)
    if(NOT in_app)
        set(base "${PROJECT_SOURCE_DIR}")
    endif()
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${base}" FILES ${arg_HEADERS})
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} $<BUILD_INTERFACE:verbale_flags>)
    if("Qt6::Widgets" IN_LIST arg_PUBLIC OR "Qt6::Widgets" IN_LIST arg_PRIVATE)
        verbale_precompile(${target} widgets)
    else()
        verbale_precompile(${target} core)
    endif()
endfunction()

# verbale_add_program(TARGET SOURCES ... LINK ...): an installed executable in build/P/bin.
function(verbale_add_program target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINK} verbale_flags)
    install(TARGETS ${target} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT app)
endfunction()

# QtTest without its definitions of each test's folder, which would keep its header from being precompiled.
add_library(verbale_qttest INTERFACE)
target_include_directories(verbale_qttest SYSTEM INTERFACE
    $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(verbale_qttest INTERFACE QT_TESTLIB_LIB)
target_link_libraries(verbale_qttest INTERFACE Qt6::Core $<LINK_ONLY:Qt6::Test>)

# verbale_moc(TARGET SOURCE...): makes tst_name.moc for each tst_name.cpp among the sources, which includes it. One call
# of moc a test: AUTOMOC would cost each of the many tests two steps more.
function(verbale_moc target)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    foreach(source IN LISTS ARGN)
        cmake_path(GET source STEM stem)
        if(source MATCHES "^tst_.*\\.cpp$")
            set(result "${CMAKE_CURRENT_BINARY_DIR}/moc/${stem}.moc")
            add_custom_command(OUTPUT "${result}" DEPENDS "${source}"
                COMMAND Qt6::moc -o "${result}" "${CMAKE_CURRENT_SOURCE_DIR}/${source}" VERBATIM)
            target_sources(${target} PRIVATE "${result}")
            target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc")
        endif()
    endforeach()
endfunction()

# verbale_add_test(NAME SOURCES ... LINK ... [ENVIRONMENT ...]): a QtTest program tst_NAME known to ctest.
function(verbale_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;ENVIRONMENT")
    set(target "tst_${name}")
    add_executable(${target} ${arg_SOURCES})
    verbale_moc(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINK} verbale_qttest verbale_flags)
    target_compile_options(${target} PRIVATE ${VERBALE_TEST_OPTIONS})
    if("workbench_test_support" IN_LIST arg_LINK)
        verbale_precompile(${target} window_tests)
    else()
        verbale_precompile(${target} tests)
    endif()
    target_compile_definitions(${target} PRIVATE
        VERBALE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" VERBALE_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    add_test(NAME ${name} COMMAND ${target})
    set_tests_properties(${name} PROPERTIES TIMEOUT 120
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${arg_ENVIRONMENT}")
endfunction()

# verbale_add_bench(NAME SOURCES ... LINK ...): a benchmark bench_NAME in build/P/bench. It prints its figures, and
# fails when a ratio that it promises does not hold. packaging/bench.sh runs them all.
function(verbale_add_bench name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    set(target "bench_${name}")
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINK} verbale_flags)
    target_compile_definitions(${target} PRIVATE
        VERBALE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" VERBALE_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bench")
endfunction()

# verbale_add_fuzzer(NAME SOURCES ... LINK ...): a libFuzzer program fuzz_NAME in build/fuzz/fuzz, made by the preset
# fuzz alone. Its first inputs lie in tests/fuzz/corpus/NAME. packaging/fuzz.sh runs them all.
function(verbale_add_fuzzer name)
    if(NOT VERBALE_BUILD_FUZZ)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    set(target "fuzz_${name}")
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINK} verbale_flags)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzz")
endfunction()
