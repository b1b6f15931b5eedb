@echo off
rem Starts Interphase: no argument opens the workbench, and so does a file or folder, which it then shows; a verb runs
rem headless (see --help); --without-plugins alone opens the workbench with no plug-in loaded.
rem JAVA_HOME picks the Java runtime (21 or newer); INTERPHASE_VMARGS adds options for it.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
if not defined INTERPHASE_WORKSPACE set "INTERPHASE_WORKSPACE=%LOCALAPPDATA%\Interphase"
set "WITHOUT="
set "WORKBENCH="
if "%~1"=="" set "WORKBENCH=1"
if "%~1"=="--without-plugins" if "%~2"=="" (
  set "WITHOUT=-Dinterphase.withoutPlugins=true"
  set "WORKBENCH=1"
)
set "FILES="
set "VERB="
for %%v in (info formats techniques operations recipes run init report verify-report plugin new-technique) do if "%~1"=="%%v" set "VERB=1"
if not defined WORKBENCH if not defined VERB if exist "%~1" (
  set "WORKBENCH=1"
  set "FILES=%*"
)
rem the language that was chosen in the window; without a choice it is that of the system
set "LANGUAGE="
set "CHOSEN=%INTERPHASE_WORKSPACE%\.metadata\.plugins\org.interphase.ui\remembered.properties"
if exist "%CHOSEN%" for /f "tokens=2 delims==" %%l in ('findstr /b "language=" "%CHOSEN%"') do set "LANGUAGE=-nl %%l"
if defined WORKBENCH (
  "%JAVA%" -Xmx4g --enable-native-access=ALL-UNNAMED %WITHOUT% %INTERPHASE_VMARGS% -jar "%LAUNCHER%" -nosplash -application org.interphase.ui.app -data "%INTERPHASE_WORKSPACE%" %LANGUAGE% %FILES%
) else (
  "%JAVA%" -Xmx4g %INTERPHASE_VMARGS% -jar "%LAUNCHER%" -nosplash -application org.interphase.cli.app -data @none %*
)
exit /b %ERRORLEVEL%
