@echo off
rem Runs Oddity's notebooks headlessly: ci\notebooks --help
rem Builds when nothing is built yet; after a change of sources, build with mvnw.cmd package first.
setlocal
set "here=%~dp0"
if not exist "%here%target\oddity-ci.jar" (
  echo building Oddity ^(the first time this takes some minutes^) 1>&2
  pushd "%here%.." && call mvnw.cmd -q -B -ntp -DskipTests -Dspotless.check.skip=true package 1>&2
  if errorlevel 1 exit /b 1
  popd
)
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java") else (set "java=java")
"%java%" "-Doddity.checkout=%here%.." -cp "%here%target\oddity-ci.jar;%here%target\lib\*" dev.oddity.ci.Main %*
