# What reads and writes XLSX: libzip and libxlsxwriter, as Zip::Zip and XlsxWriter::XlsxWriter. Debian's own
# configuration of libzip asks for its command-line programs too, and libxlsxwriter has none.
find_path(Zip_INCLUDE_DIR zip.h)
find_library(Zip_LIBRARY zip)
find_path(XlsxWriter_INCLUDE_DIR xlsxwriter.h)
find_library(XlsxWriter_LIBRARY xlsxwriter)
mark_as_advanced(Zip_INCLUDE_DIR Zip_LIBRARY XlsxWriter_INCLUDE_DIR XlsxWriter_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Spreadsheets
    REQUIRED_VARS Zip_LIBRARY Zip_INCLUDE_DIR XlsxWriter_LIBRARY XlsxWriter_INCLUDE_DIR)

foreach(library IN ITEMS Zip XlsxWriter)
    if(Spreadsheets_FOUND AND NOT TARGET ${library}::${library})
        add_library(${library}::${library} UNKNOWN IMPORTED)
        set_target_properties(${library}::${library} PROPERTIES
            IMPORTED_LOCATION "${${library}_LIBRARY}"
            INTERFACE_INCLUDE_DIRECTORIES "${${library}_INCLUDE_DIR}")
    endif()
endforeach()
