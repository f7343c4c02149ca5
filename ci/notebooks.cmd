@echo off
rem Runs Oddity's notebooks headlessly: ci\notebooks --help
rem Builds when nothing is built yet, and when a GPU's libraries are asked for or no longer; after a change of sources,
rem build with mvnw.cmd package first.
setlocal DisableDelayedExpansion
set "here=%~dp0"
for %%d in ("%here%..") do set "root=%%~fd"
set "jar=%here%target\oddity-ci.jar"
set "lib=%here%target\lib"
rem As they were given: one by one, NAME=VALUE would come apart.
set arguments=%*
setlocal EnableDelayedExpansion

set "gpu="
if /i "!ODDITY_GPU!"=="true" set "gpu=-Doddity.gpu"
set "asked="
set "given="
set "before="
for %%a in (!arguments!) do (
  if "!before!%%~a"=="--devicegpu" set "asked=true"
  if "%%~a"=="-Doddity.gpu" set "given=true"
  set "before=%%~a"
)
rem Where there is no GPU, the command says so; nothing need be built for that.
if defined asked nvidia-smi -L >nul 2>&1 && set "gpu=-Doddity.gpu"
if defined given (
  set "gpu=-Doddity.gpu"
  set "arguments=!arguments:-Doddity.gpu=!"
)

set "stale="
if not exist "!jar!" set "stale=true"
if not exist "!lib!\" set "stale=true"
if defined gpu if exist "!lib!\pytorch-native-cpu-*.jar" set "stale=true"
if not defined gpu if exist "!lib!\built-for-gpu" set "stale=true"
if defined stale (
  echo building Oddity ^(the first time this takes some minutes^) 1>&2
  rem What an earlier version needed must not stay on the class path.
  if exist "!lib!" rmdir /s /q "!lib!"
  pushd "!root!"
  call mvnw.cmd -q -B -ntp -DskipTests -Dspotless.check.skip=true !gpu! package 1>&2
  set "failed=!errorlevel!"
  popd
  if not "!failed!"=="0" exit /b 1
  if defined gpu type nul >"!lib!\built-for-gpu"
)

if defined JAVA_HOME (set "java=!JAVA_HOME!\bin\java") else (set "java=java")
rem As a kernel has them in a process of its own, since one may run in this process.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
"!java!" -Djdk.attach.allowAttachSelf=true -XX:+EnableDynamicAgentLoading -Djava.awt.headless=true -Dfile.encoding=UTF-8 "-Doddity.checkout=!root!" -cp "!jar!;!lib!\*" dev.oddity.ci.Main !arguments!
