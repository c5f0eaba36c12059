@echo off
rem Starts Xlink on Camel. "xlink help" lists the commands.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "archive=%home%\lib\xlink.jsa"
set "shared="
rem Classes made ready by "xlink service archive". The JVM leaves an archive of another jar or JVM alone.
if exist "%archive%" set shared="-XX:SharedArchiveFile=%archive%" -Xshare:auto
"%java%" -Dfile.encoding=UTF-8 "-Dxlink.launcher=%~f0" "-Dxlink.archive=%archive%" %shared% ^
  -Xlog:disable -Xlog:all=warning:stderr -Xlog:cds=off:stderr -Xlog:cds+dynamic=off:stderr ^
  -XX:CompileThresholdScaling=10 %XLINK_JAVA_OPTIONS% ^
  -cp "%home%\lib\xlink.jar;%home%\lib\ext\*" io.xlink.cli.Xlink %*
exit /b %errorlevel%
