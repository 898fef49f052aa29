# syntax=docker/dockerfile:1

FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build -- --no-types

FROM node:22-alpine
LABEL org.opencontainers.image.title="alicloud-icp" \
      org.opencontainers.image.description="Says before deployment which hosts of planned Alibaba Cloud resources need an ICP filing" \
      org.opencontainers.image.source="https://github.com/alicloud-icp/alicloud-icp" \
      org.opencontainers.image.licenses="Apache-2.0"
# The command has all it needs in files of its own.
WORKDIR /opt/alicloud-icp
COPY LICENSE ./
COPY --from=build /build/dist/THIRD-PARTY-NOTICES.txt /build/dist/cli.js /build/dist/command.js /build/dist/pages.js /build/dist/program-child.js /build/dist/reader.js /build/dist/register-libraries.js dist/
# The pages that `explain` shows.
COPY docs/rules docs/rules
COPY docs/zh/rules docs/zh/rules
RUN ln -s /opt/alicloud-icp/dist/cli.js /usr/local/bin/alicloud-icp
# What one run compiles is gone with its container.
ENV NODE_DISABLE_COMPILE_CACHE=1
USER node
WORKDIR /work
ENTRYPOINT ["alicloud-icp"]
CMD ["--help"]
