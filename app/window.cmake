# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The window: view-models as the QML module Tchap.App, and the program tchap.
find_package(KDSingleApplication-qt6 REQUIRED)
find_package(ZXing 2.2 REQUIRED)
# The camera, for QR codes; without it they are read from pictures.
find_package(Qt6 6.8 QUIET OPTIONAL_COMPONENTS Multimedia)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)

qt_add_library(app_window STATIC)
file(GLOB window_sources CONFIGURE_DEPENDS
    ${CMAKE_CURRENT_LIST_DIR}/app.h ${CMAKE_CURRENT_LIST_DIR}/appparts.h
    ${CMAKE_CURRENT_LIST_DIR}/app.cpp ${CMAKE_CURRENT_LIST_DIR}/appflow.cpp
    ${CMAKE_CURRENT_LIST_DIR}/appsignout.cpp
    ${CMAKE_CURRENT_LIST_DIR}/viewmodels/*.h ${CMAKE_CURRENT_LIST_DIR}/viewmodels/*.cpp
    ${CMAKE_CURRENT_LIST_DIR}/images/*.h ${CMAKE_CURRENT_LIST_DIR}/images/*.cpp
    ${CMAKE_CURRENT_LIST_DIR}/platform/commandline.* ${CMAKE_CURRENT_LIST_DIR}/platform/options.h)
qt_add_qml_module(app_window
    URI Tchap.App
    OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/Tchap/App
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/qmltypes.h ${window_sources})
target_include_directories(app_window PUBLIC ${CMAKE_CURRENT_LIST_DIR})
target_link_libraries(app_window PUBLIC client app_text app_transcript Qt6::Quick PRIVATE ZXing::ZXing PkgConfig::qrencode tchap_flags)
if(TARGET Qt6::Multimedia)
    target_link_libraries(app_window PRIVATE Qt6::Multimedia)
    target_compile_definitions(app_window PRIVATE TCHAP_CAMERA)
endif()
if(TARGET app_platform)
    target_link_libraries(app_window PUBLIC app_platform)
endif()

qt_add_executable(tchap ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
target_link_libraries(tchap PRIVATE
    app_window app_windowplugin Qt6::Quick Qt6::QuickControls2 KDAB::kdsingleapplication
    KF6::Kirigami tchap_flags)
if(NOT EXISTS ${CMAKE_SOURCE_DIR}/qml/CMakeLists.txt)
    return()
endif()
foreach(area Theme Controls Login Rooms Timeline Composer Security Search Main)
    target_link_libraries(tchap PRIVATE qml${area}plugin)
endforeach()
