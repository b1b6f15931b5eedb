@echo off
rem Starts Interphase: no argument opens the workbench, a verb runs headless (see --help).
rem JAVA_HOME picks the Java runtime (21 or newer); INTERPHASE_VMARGS adds options for it.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
if not defined INTERPHASE_WORKSPACE set "INTERPHASE_WORKSPACE=%LOCALAPPDATA%\Interphase"
if "%~1"=="" (
  "%JAVA%" -Xmx4g --enable-native-access=ALL-UNNAMED %INTERPHASE_VMARGS% -jar "%LAUNCHER%" -nosplash -application org.interphase.ui.app -data "%INTERPHASE_WORKSPACE%"
) else (
  "%JAVA%" -Xmx4g %INTERPHASE_VMARGS% -jar "%LAUNCHER%" -nosplash -application org.interphase.cli.app -data @none %*
)
exit /b %ERRORLEVEL%
