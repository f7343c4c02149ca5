@echo off
rem Runs Oddity's notebooks headlessly: ci\notebooks --help
rem Builds when nothing is built yet or ODDITY_GPU asks for other libraries; after a change of sources, build with
rem mvnw.cmd package first.
setlocal
set "here=%~dp0"
set "lib=%here%target\lib"
set "gpu="
if /i "%ODDITY_GPU%"=="true" set "gpu=-Doddity.gpu"
set "stale="
if not exist "%here%target\oddity-ci.jar" set "stale=true"
if defined gpu if exist "%lib%\pytorch-native-cpu-*.jar" set "stale=true"
if not defined gpu if exist "%lib%\built-for-gpu" set "stale=true"
if defined stale (
  echo building Oddity ^(the first time this takes some minutes^) 1>&2
  if exist "%lib%" rmdir /s /q "%lib%"
  pushd "%here%.." && call mvnw.cmd -q -B -ntp -DskipTests -Dspotless.check.skip=true %gpu% package 1>&2
  if errorlevel 1 exit /b 1
  popd
  if defined gpu type nul >"%lib%\built-for-gpu"
)
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java") else (set "java=java")
rem As a kernel has them in a process of its own, since one may run in this process.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
"%java%" -Djdk.attach.allowAttachSelf=true -XX:+EnableDynamicAgentLoading -Djava.awt.headless=true -Dfile.encoding=UTF-8 "-Doddity.checkout=%here%.." -cp "%here%target\oddity-ci.jar;%lib%\*" dev.oddity.ci.Main %*
